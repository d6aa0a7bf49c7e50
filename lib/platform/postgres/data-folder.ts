import { chmodSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** Creates the data folder where it is missing, and returns its one name, whatever link it was reached by. */
export function ensureDataFolder(folder: string): string {
	const created = mkdirSync(folder, { recursive: true });
	// Other users may pass through to a folder they own and list nothing; every file in here is 0600.
	if (created) chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
	mkdirSync(join(folder, "logs"), { recursive: true, mode: 0o700 });
	return realpathSync(folder);
}
