import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { provideEnv, readEnv } from "@/lib/platform/env/env";
import { OperatorError } from "@/lib/platform/env/operator-error";

/** Generated on first start; one given in the environment is preferred. */
const names = ["AUTH_SECRET", "CERTIFICATE_SEED"] as const;

/** Makes the portal's secrets available to this process and its children. */
export function provideSecrets(dataDir: string): void {
	const file = join(dataDir, "secrets.json");
	const kept = existsSync(file) ? readSecrets(file) : {};
	const missing = names.filter((name) => !kept[name] && !readEnv()[name]);
	for (const name of missing) kept[name] = randomBytes(32).toString("base64url");
	if (missing.length > 0) {
		const draft = `${file}.${process.pid}`;
		writeFileSync(draft, JSON.stringify(kept, null, "\t"), { mode: 0o600 });
		renameSync(draft, file);
	}
	for (const name of names) if (!readEnv()[name]) provideEnv({ [name]: kept[name] });
}

/** For real use a secret must not be one that anybody could guess. */
export function refuseWeakSecrets(): void {
	for (const name of names) {
		const secret = readEnv()[name] ?? "";
		if (new Set(secret).size >= 10 && !/secret|change.?me|default|example|password/i.test(secret)) continue;
		throw new OperatorError(
			`${name} 是默认值或过于简单，正式使用（PORTAL_DEMO=0）请改用随机值，或删去该变量由门户生成。`,
			`${name} is a default or too simple for real use (PORTAL_DEMO=0); set a random one, or unset it to have one generated.`,
		);
	}
}

function readSecrets(file: string): Record<string, string> {
	try {
		return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
	} catch (cause) {
		throw new OperatorError(
			`密钥文件 ${file} 无法读取，请恢复它，或删除后重新生成（所有人需重新登录）。`,
			`The secrets in ${file} cannot be read; restore the file, or delete it to have new ones made (everybody signs in again).`,
			{ cause },
		);
	}
}
