/**
 * From an enrolment link to a paid claim, on phones that run the compiled package against a running local cloud:
 * the deployed bundles, the real SDK, real payment signatures. Each step ends at what is on record.
 */
import { claimSteps } from './claim-steps';
import { saleSteps } from './sale-steps';
import { seenSteps } from './seen-steps';
import { Story } from './story';

const story = new Story();

jest.setTimeout(60_000);

beforeAll(() => story.begin());
afterAll(() => story.end());

saleSteps(story);
claimSteps(story);
seenSteps(story);

describe('all phones together', () => {
  it('stay within what WeChat measures', () => {
    const { start, whole, largestPages } = story.phones.measures();
    expect(start.calls).toBeLessThanOrEqual(5);
    expect(start.bytes).toBeLessThan(16 * 1024);
    expect(whole.calls).toBeLessThan(400);
    expect(whole.bytes).toBeLessThan(1024 * 1024);
    expect(whole.largest).toBeLessThan(64 * 1024);
    expect(largestPages.nodes.count).toBeLessThan(1000);
    expect(largestPages.depth.count).toBeLessThan(30);
    expect(largestPages.children.count).toBeLessThanOrEqual(60);
  });

  it('had no error', () => {
    expect(() => story.phones.switchOff()).not.toThrow();
  });
});
