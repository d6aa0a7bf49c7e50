/** The house of engineering.md §1 as data: which layer a file belongs to, and what a layer may import. */

export const domainVocabulary = [
	"rules",
	"policy",
	"schema",
	"types",
	"constants",
	"data",
	"mutations",
	"loaders",
	"actions",
	"jobs",
] as const;
export type DomainLayer = (typeof domainVocabulary)[number];

export type Layer = DomainLayer | "platform" | "components" | "app" | "api" | "cli" | "seed" | "tests";

const domainPath = /^lib\/domains\/([a-z]+)\/([a-z]+)(?:\.ts|\/)/;

export function domainOf(path: string): string | null {
	return domainPath.exec(path)?.[1] ?? null;
}

/** The layer a file stands in; null for a file the house has no room for. */
export function layerOf(path: string): Layer | null {
	const name = domainPath.exec(path)?.[2];
	if (name) return domainVocabulary.find((layer) => layer === name) ?? null;
	if (path.startsWith("lib/platform/")) return "platform";
	if (path.startsWith("lib/cli/")) return "cli";
	if (path.startsWith("components/")) return "components";
	if (path.startsWith("app/api/")) return "api";
	if (path.startsWith("app/")) return "app";
	if (path.startsWith("prisma/")) return "seed";
	if (path.startsWith("tests/")) return "tests";
	return null;
}

const pure: readonly DomainLayer[] = ["rules", "policy", "schema", "types", "constants"];

/** Parts of the platform without I/O: anything may use them. */
const purePlatform = [
	"money",
	"time",
	"errors",
	"files/constants",
	"files/rules",
	"files/types",
	"access",
	"routes",
	"format",
	"forms",
	"i18n/config",
	"i18n/messages",
	"mail/types",
	"calendar/types",
	"calendar/rules",
	"notifications/types",
	"preferences/preferences",
	"statistics",
];
const reading = ["db", "files/data", "policies", "calendar/read", "session/scope", "session/session-row"];
const writing = [
	...reading,
	"files/mutations",
	"files/store",
	"audit",
	"jobs",
	"id",
	"mail",
	"notifications",
	"log",
	"i18n/translator",
	"env",
];
const rendering = [
	"i18n",
	"session",
	"log",
	"env",
	"preferences",
	"mail",
	"notifications",
	"calendar/loaders",
];

export const allowed: Record<
	Exclude<Layer, "platform" | "cli" | "seed" | "tests">,
	{ layers: readonly Layer[]; platform: readonly string[] }
> = {
	rules: { layers: pure, platform: purePlatform },
	policy: { layers: pure, platform: purePlatform },
	schema: { layers: pure, platform: purePlatform },
	types: { layers: pure, platform: purePlatform },
	constants: { layers: pure, platform: purePlatform },
	data: { layers: [...pure, "data"], platform: [...purePlatform, ...reading] },
	mutations: { layers: [...pure, "data", "mutations"], platform: [...purePlatform, ...writing] },
	loaders: { layers: [...pure, "data", "loaders"], platform: [...purePlatform, ...reading, ...rendering] },
	actions: {
		layers: [...pure, "data", "mutations"],
		platform: [...purePlatform, ...writing, "action", "session", "i18n"],
	},
	jobs: { layers: [...pure, "data", "mutations"], platform: [...purePlatform, ...writing] },
	components: {
		layers: [...pure, "actions", "components"],
		platform: [
			...purePlatform,
			"i18n",
			"preferences/actions",
			"notifications/actions",
			"calendar/actions",
			"files/actions",
		],
	},
	app: {
		layers: [...pure, "loaders", "actions", "components", "app"],
		platform: [...purePlatform, ...rendering],
	},
	api: {
		layers: [...pure, "loaders", "data", "mutations", "api"],
		platform: [...purePlatform, ...writing, ...rendering, "action", "files"],
	},
};
