/** Pictures in component tests: a path, as the builds give one. */
module.exports = '/picture.png';
