import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { columnsCookie, parseColumns } from "./columns";
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

/** The columns of a table that the reader wants to see, of those that may be left out. */
export async function readColumns<C extends string>(table: string, all: readonly C[]): Promise<C[]> {
	return parseColumns((await cookies()).get(columnsCookie(table))?.value, all);
}
