import "server-only";
import { resolve } from "node:path";
import { z } from "zod";
import { OperatorError } from "./operator-error";

/** Every setting the portal takes from its surroundings; nothing else in the product reads `process.env`. */
const schema = z.object({
	NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
	/** An own PostgreSQL 15 or later; without it the embedded server is used. */
	DATABASE_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//)
		.optional(),
	/** A streaming replica of it, which explorer and dashboards read. */
	DATABASE_REPLICA_URL: z
		.string()
		.regex(/^postgres(ql)?:\/\//)
		.optional(),
	/** Where the database, uploads, secrets and logs live, as an absolute path. */
	PORTAL_DATA: z
		.string()
		.default(".data")
		.transform((path) => resolve(path)),
	/** `0`: an empty portal for real use. */
	PORTAL_DEMO: z
		.enum(["0", "1"])
		.default("1")
		.transform((value) => value === "1"),
	/** The address under which users reach the portal, without a trailing slash; links in mails start with it. */
	PORTAL_URL: z
		.url()
		.transform((url) => url.replace(/\/+$/, ""))
		.optional(),
	HOST: z.string().default("127.0.0.1"),
	PORT: z.coerce.number().int().min(1).max(65535).default(3000),
	/** How many reverse proxies of ours stand before the portal and append to X-Forwarded-For; 0: none, the header is not believed. */
	TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
	AUTH_SECRET: z.string().min(32).optional(),
	/** What the key that signs certificates is made from; lose it and new certificates are signed with another key. */
	CERTIFICATE_SEED: z.string().min(32).optional(),
	/** `smtp://user:password@host:port`; without it mail stays readable inside the portal. */
	SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\//)
		.optional(),
	/** An S3-compatible store for uploaded files, such as `https://s3.example.com`; without it they lie in PORTAL_DATA/files. */
	S3_ENDPOINT: z
		.url({ protocol: /^https?$/ })
		.transform((url) => url.replace(/\/+$/, ""))
		.optional(),
	S3_BUCKET: z
		.string()
		.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
		.optional(),
	S3_REGION: z.string().default("us-east-1"),
	S3_ACCESS_KEY_ID: z.string().optional(),
	S3_SECRET_ACCESS_KEY: z.string().optional(),
	MAIL_FROM: z.string().default("造风者 <no-reply@localhost>"),
	/** A Chromium to prefer over an installed or shipped one. */
	PORTAL_CHROMIUM: z.string().optional(),
	/** The folder the operator typed the command in; relative file arguments start there. */
	PORTAL_CALLER_CWD: z.string().default("."),
	/** Where a test wants the process to die; nothing outside tests. */
	PORTAL_FAULT: z.string().optional(),
});

export type Env = Readonly<z.output<typeof schema>> & { readonly PORTAL_URL: string };
type EnvName = keyof z.output<typeof schema>;

let parsed: Env | undefined;

/**
 * The settings, read once on first use, so that importing a module never needs them.
 * @throws OperatorError naming the variable that is not usable
 */
export function readEnv(): Env {
	parsed ??= parse(process.env);
	return parsed;
}

/** The secret that signs sessions. @throws OperatorError when the portal was not started through its launcher */
export function authSecret(): string {
	const secret = readEnv().AUTH_SECRET;
	if (secret) return secret;
	throw new OperatorError(
		"缺少 AUTH_SECRET；请通过 npm start 启动。",
		"AUTH_SECRET is missing; start through npm start.",
	);
}

/** The secret behind the key that signs certificates. @throws OperatorError as `authSecret` */
export function certificateSeed(): string {
	const seed = readEnv().CERTIFICATE_SEED;
	if (seed) return seed;
	throw new OperatorError(
		"缺少 CERTIFICATE_SEED；请通过 npm start 启动。",
		"CERTIFICATE_SEED is missing; start through npm start.",
	);
}

/** Adds settings found out at run time (the embedded server's address, generated secrets) for this process. */
export function provideEnv(values: Partial<Record<EnvName, string>>): void {
	Object.assign(process.env, values);
	parsed = undefined;
}

/** The environment for a child process; `undefined` removes a variable. */
export function childEnv(values: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
	const merged: Record<string, string | undefined> = { ...process.env, ...values };
	// A cast because Next declares NODE_ENV as always present, which a child's environment need not be.
	return Object.fromEntries(
		Object.entries(merged).filter(([, value]) => value !== undefined),
	) as NodeJS.ProcessEnv;
}

function parse(source: NodeJS.ProcessEnv): Env {
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
	const result = schema.safeParse(given);
	if (result.success) {
		const { PORTAL_URL, HOST, PORT } = result.data;
		return { ...result.data, PORTAL_URL: PORTAL_URL ?? `http://${reachableName(HOST)}:${PORT}` };
	}
	const issue = result.error.issues[0];
	const name = String(issue?.path[0]);
	throw new OperatorError(
		`环境变量 ${name} 的值不可用：${issue?.message ?? ""}。`,
		`The environment variable ${name} has an unusable value: ${issue?.message ?? ""}.`,
	);
}

/** What to type into a browser on this machine for a server that listens on `host`. */
function reachableName(host: string): string {
	if (["127.0.0.1", "::1", "0.0.0.0", "::"].includes(host)) return "localhost";
	return host.includes(":") ? `[${host}]` : host;
}
