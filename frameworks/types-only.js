// Made by "npm run frameworks" from custom-elements.json.
export {};
