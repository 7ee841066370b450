declare module 'virtual:sample-snapshot' {
  /** Address of the stored database of the sample accounts, made by `.storybook/sample-snapshot.ts`. */
  const address: string;
  export default address;
}
