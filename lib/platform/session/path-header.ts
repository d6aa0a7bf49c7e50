import "server-only";

/** Carries the path of a page request from the proxy to the page, so that signing in again leads back to it. */
export const pathHeader = "x-portal-path";
