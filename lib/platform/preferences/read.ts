import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { densities, navigationStates, type Preferences, themes } from "./preferences";

function pick<V extends string>(value: string | undefined, known: readonly V[], otherwise: V): V {
	return known.find((candidate) => candidate === value) ?? otherwise;
}

/** The reader's preferences from the cookies; whatever is not known counts as not chosen. */
export const readPreferences = cache(async (): Promise<Preferences> => {
	const jar = await cookies();
	return {
		theme: pick(jar.get("theme")?.value, themes, "system"),
		density: pick(jar.get("density")?.value, densities, "comfortable"),
		navigation: pick(jar.get("navigation")?.value, navigationStates, "open"),
	};
});
