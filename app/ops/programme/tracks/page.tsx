import type { Metadata } from "next";
import { Definition } from "@/components/programme/definition";
import { ProgrammeFrame } from "@/components/programme/programme-frame";
import { SavePicture } from "@/components/programme/save-picture";
import { lagLine } from "@/components/programme/slice-card";
import { SliceTable } from "@/components/programme/slice-table";
import { openWords } from "@/components/programme/words";
import { Crumb } from "@/components/shell/crumbs";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { loadSlices } from "@/lib/domains/programme/loaders/dashboard";
import { asOfLine, trackName } from "@/lib/domains/programme/rules/show/names";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("programme");
	return { title: t("tabs.tracks") };
}

export default async function ProgrammeTracksPage() {
	const [words, world] = await Promise.all([openWords(), loadSlices()]);
	const { t, locale } = words;
	if (!world) return <ProgrammeFrame world={null} tab="tracks" words={words} />;
	const parts = [
		{
			by: "track",
			slices: world.overview.byTrack,
			nameOf: (key: string) => trackName(world.tracks, key, locale),
		},
		{ by: "region", slices: world.overview.byRegion, nameOf: (key: string) => nameRegion(key, locale) },
	] as const;
	return (
		<ProgrammeFrame world={world} tab="tracks" words={words}>
			<Crumb label={t("tabs.tracks")} />
			{parts.map(({ by, slices, nameOf }) => (
				<section key={by} className="pg-card">
					<header>
						<h2>{t(`slices.${by}sTable`)}</h2>
						<Definition
							id={`why-${by}`}
							subject={t(`slices.${by}sTable`)}
							what={t("explain.slices")}
							measure={t("explain.netOwn")}
							asOf={asOfLine(world, words)}
							words={words}
						/>
						<span className="ml-auto">
							<SavePicture
								source={routes.api.programmePicture(`${by}s`)}
								label={t("ways.png")}
								busy={t("ways.busy")}
								failed={t("ways.failed")}
							/>
						</span>
					</header>
					<p className="pg-note mt-1">{lagLine(slices, nameOf, words)}</p>
					<SliceTable by={by} slices={slices} terms={world.terms} nameOf={nameOf} words={words} />
				</section>
			))}
		</ProgrammeFrame>
	);
}
