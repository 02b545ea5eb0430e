// The entry of the workflow bundle: whatever is exported here is a workflow type.
export {};
