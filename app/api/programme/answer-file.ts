import { readOpenForecast } from "@/lib/domains/programme/data/forecast";
import { readPoolUse } from "@/lib/domains/programme/data/standings";
import { overviewOf, readWorld } from "@/lib/domains/programme/data/world";
import type { ProgrammeWords } from "@/lib/domains/programme/rules/show/words";
import type { PoolUse, ProgrammeOverview, ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import type { OpenForecast } from "@/lib/domains/programme/types/forecast";
import { reportReader } from "@/lib/platform/db/reports";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Opened = {
	world: ProgrammeWorld;
	overview: ProgrammeOverview;
	readPools: () => Promise<PoolUse[]>;
	readForecast: () => Promise<OpenForecast>;
};

/** The programme for whoever may see it; for everybody else, and without a programme, there is nothing here. */
export async function openProgramme(): Promise<Opened | null> {
	const session = await getSession();
	if (!session || !isGranted(session.scope, "programme.read")) return null;
	const { scope } = session;
	const reports = reportReader();
	const world = await readWorld(reports, scope, businessDayOf(new Date()));
	return (
		world && {
			...{ world, overview: overviewOf(world) },
			readPools: () => readPoolUse(reports, scope),
			readForecast: () => readOpenForecast(scope, world),
		}
	);
}

export function missing(): Response {
	return new Response(null, { status: 404 });
}

export function answerCsv(name: string, text: string): Response {
	return new Response(text, {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": `attachment; filename="${name}.csv"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}

export function fileName({ terms, asOf, today }: ProgrammeWorld, part: string): string {
	return `${terms.code.replace(/[^\w-]+/g, "_")}-${part}-${asOf ?? today}`;
}

export async function openWords(): Promise<ProgrammeWords> {
	const [t, forecast, locale] = await Promise.all([
		getTranslations("programme"),
		getTranslations("forecast"),
		getLocale(),
	]);
	return { t: t as ProgrammeWords["t"], forecast: { t: forecast, locale }, locale };
}
