"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { definePublicAction } from "@/lib/platform/action/define-action";
import { localeCookie, locales } from "@/lib/platform/i18n/config";
import { getSession } from "@/lib/platform/session/session";
import { columnsCookie } from "./columns";
import { densities, navigationStates, themes } from "./preferences";
import { rememberLocale } from "./remember-locale";

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

async function keepChoice(name: string, value: string): Promise<{ ok: true }> {
	const jar = await cookies();
	jar.set(name, value, { path: "/", maxAge: YEAR_IN_SECONDS, sameSite: "lax", httpOnly: false });
	return { ok: true };
}

export const setLocale = definePublicAction({
	permission: "public",
	input: z.object({ locale: z.enum(locales) }),
	handler: async ({ input }) => {
		const session = await getSession();
		if (session) await rememberLocale(session.user.id, input.locale);
		return keepChoice(localeCookie, input.locale);
	},
});

export const setTheme = definePublicAction({
	permission: "public",
	input: z.object({ theme: z.enum(themes) }),
	handler: ({ input }) => keepChoice("theme", input.theme),
});

export const setDensity = definePublicAction({
	permission: "public",
	input: z.object({ density: z.enum(densities) }),
	handler: ({ input }) => keepChoice("density", input.density),
});

export const setColumns = definePublicAction({
	permission: "public",
	input: z.strictObject({
		table: z.string().regex(/^[a-z]{1,20}$/),
		columns: z.array(z.string().regex(/^[a-zA-Z]{1,20}$/)).max(20),
	}),
	handler: ({ input }) => keepChoice(columnsCookie(input.table), input.columns.join(".")),
});

export const setNavigation = definePublicAction({
	permission: "public",
	input: z.object({ navigation: z.enum(navigationStates) }),
	handler: ({ input }) => keepChoice("navigation", input.navigation),
});
