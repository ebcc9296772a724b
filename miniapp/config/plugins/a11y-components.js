// Attributes that WeChat reads aloud and Taro's templates leave out.
const named = { 'aria-role': '', 'aria-label': '' };
const state = {
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-expanded': '',
};

module.exports = {
  View: { ...named, ...state },
  Text: named,
  Button: named,
  Image: named,
  Input: named,
  Textarea: named,
  Picker: named,
  Canvas: named,
};
