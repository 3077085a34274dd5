// Modules without types of their own.
declare module "cytoscape-fcose" {
  const extension: import("cytoscape").Ext;
  export default extension;
}
declare module "*.css";
