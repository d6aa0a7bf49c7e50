export type Device = { browser: string | null; system: string | null; isPhone: boolean };

const browsers: readonly [RegExp, string][] = [
	[/MicroMessenger\//, "WeChat"],
	[/Edg(?:A|iOS)?\//, "Edge"],
	[/OPR\//, "Opera"],
	[/Firefox\/|FxiOS\//, "Firefox"],
	[/HeadlessChrome\/|Chrome\/|CriOS\//, "Chrome"],
	[/Version\/.*Safari\//, "Safari"],
];

const systems: readonly [RegExp, string][] = [
	[/HarmonyOS|OpenHarmony/, "HarmonyOS"],
	[/Android/, "Android"],
	[/iPhone|iPad|iPod/, "iOS"],
	[/Windows NT/, "Windows"],
	[/Mac OS X/, "macOS"],
	[/CrOS/, "ChromeOS"],
	[/Linux/, "Linux"],
];

function match(userAgent: string, table: readonly [RegExp, string][]): string | null {
	return table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
}

/** A browser and system a person recognises, from the user agent; a hint to the owner of the account, never a proof. */
export function describeDevice(userAgent: string | null): Device {
	if (!userAgent) return { browser: null, system: null, isPhone: false };
	return {
		browser: match(userAgent, browsers),
		system: match(userAgent, systems),
		isPhone: /Mobile|iPhone|Android(?!.*Tablet)/.test(userAgent),
	};
}
