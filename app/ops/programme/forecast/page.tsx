import type { Metadata } from "next";
import { ForecastView } from "@/components/programme/forecast/forecast-view";
import { openForecastWords } from "@/components/programme/forecast/words";
import { ProgrammeFrame } from "@/components/programme/programme-frame";
import { openWords } from "@/components/programme/words";
import { loadForecast } from "@/lib/domains/programme/loaders/forecast";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("forecast");
	return { title: t("metaTitle") };
}

export default async function ForecastPage() {
	const [words, forecastWords, page] = await Promise.all([openWords(), openForecastWords(), loadForecast()]);
	return (
		<ProgrammeFrame world={page?.world ?? null} tab="forecast" words={words}>
			{page && <ForecastView page={page} words={forecastWords} />}
		</ProgrammeFrame>
	);
}
