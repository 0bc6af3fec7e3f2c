/**
 * Stands in the build for `lib0/broadcastchannel`, which y-websocket imports to talk to other tabs of the same browser.
 * Every page has its own seat and its own connection, so there is nothing to say, and no phone needs to load how.
 */
const silent = () => {}

export { silent as publish, silent as subscribe, silent as unsubscribe }
