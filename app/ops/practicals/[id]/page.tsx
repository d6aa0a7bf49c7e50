import type { Metadata } from "next";
import { EvidenceList } from "@/components/files/evidence-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { ScoreForm } from "@/components/sitting/score-form";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { loadPractical } from "@/lib/domains/certification/loaders/practicals";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { practical } = await params.then(({ id }) => loadPractical(id));
	return { title: (await getTranslations("sitting"))("practical.ops.work", { code: practical.code }) };
}

/** One piece of work to mark: what was handed in beside the rubric; no name, no company, no other mark. */
export default async function PracticalPage({ params }: Props) {
	const [t, locale, { practical, files, terms }] = await Promise.all([
		getTranslations("sitting"),
		getLocale(),
		params.then(({ id }) => loadPractical(id)),
	]);
	const title = t("practical.ops.work", { code: practical.code });
	const of = terms.rubric.reduce((sum, { max }) => sum + max, 0);
	const rubric = terms.rubric.map(({ code, name, max }) => ({ code, name: name[locale], max }));
	return (
		<ClientMessages namespaces={["sitting", "errors", "files"]}>
			<Crumb label={title} />
			<PageHeader title={title} description={t("practical.ops.description")} />
			<div className="grid items-start gap-6 xl:grid-cols-2">
				<Card>
					<CardHeader title={t("practical.title")} />
					<CardBody className="space-y-4 text-sm">
						{practical.link && (
							<a
								href={practical.link}
								rel="noopener noreferrer nofollow"
								target="_blank"
								className="wrap-anywhere block text-brand-ink underline underline-offset-4"
							>
								{t("practical.ops.link")}: {practical.link}
							</a>
						)}
						{files.length > 0 && <EvidenceList files={files} label={t("practical.ops.files")} />}
						{practical.note && <p className="wrap-anywhere whitespace-pre-line">{practical.note}</p>}
						<p className="text-ink-soft">
							{t("practical.ops.hints")}:{" "}
							{practical.hints.length > 0
								? practical.hints
										.map(({ kind, count }) => t(`practical.ops.hint.${kind}`, { count }))
										.join(" · ")
								: t("practical.ops.noHints")}
						</p>
					</CardBody>
				</Card>
				<Card>
					<CardHeader title={t("practical.rubric")} />
					<CardBody>
						{practical.own ? (
							<Banner tone="success" title={t("practical.ops.own", { total: practical.own.total, of })}>
								{practical.own.note}
							</Banner>
						) : (
							<ScoreForm sittingId={practical.id} rubric={rubric} />
						)}
					</CardBody>
				</Card>
			</div>
		</ClientMessages>
	);
}
