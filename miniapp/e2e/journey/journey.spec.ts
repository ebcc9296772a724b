/** From an enrolment link to a paid claim on real screens: the browser build, the deployed bundles, the local cloud. */
import { accidentSteps } from './accident';
import { enrolmentSteps } from './enrolment';
import { Story } from './story';
import { villageSteps } from './village';

const story = new Story();
beforeAll(() => story.begin());
afterAll(() => story.end());

enrolmentSteps(story);
accidentSteps(story);
villageSteps(story);
