import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PolicySteps } from "@/components/playbook/step-policy/policy-steps";
import { loadPublicStepPolicy } from "@/lib/domains/playbook/loaders/step-policy";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("steppolicy");
	return { title: t("public.title"), description: t("public.description"), robots: { index: true } };
}

const names = {
	inForce: "public.versionInForce",
	past: "public.versionPast",
	upcoming: "public.versionUpcoming",
	skipped: "public.versionSkipped",
} as const;

export default async function StepCriteriaPage({ searchParams }: Props) {
	const [t, locale, found] = await Promise.all([
		getTranslations("steppolicy"),
		getLocale(),
		searchParams.then(loadPublicStepPolicy),
	]);
	if (!found) notFound();
	const { versions, shown } = found;
	const day = formatDate(shown.effectiveFrom, locale);
	const others = versions.filter(({ version }) => version !== shown.version);
	return (
		<div className="mx-auto max-w-6xl px-4 py-12 sm:px-8 sm:py-16">
			<h1 className="font-semibold text-3xl text-ink">{t("public.title")}</h1>
			<p className="mt-2 max-w-2xl text-ink-soft">{t("public.description")}</p>
			<h2 className="mt-8 mb-4 font-semibold text-ink text-lg">
				{t(names[shown.status], { version: shown.version, day })}
			</h2>
			<PolicySteps policy={shown.document} />
			<p className="mt-6 max-w-3xl text-ink-faint text-xs">{t("public.burst")}</p>
			{others.length > 0 && (
				<p className="mt-4 text-sm">
					{t("public.others")}:{" "}
					{others.map(({ version }) => (
						<Link
							key={version}
							href={routes.steps(version)}
							className="mr-3 text-brand-ink underline underline-offset-4"
						>
							{t("public.version", { version })}
						</Link>
					))}
				</p>
			)}
		</div>
	);
}
