import "server-only";
import { createHash } from "node:crypto";

/** What is kept of a device's key. */
export function hashDevice(deviceKey: string): string {
	return createHash("sha256").update(deviceKey).digest("hex");
}
