import Link from "next/link";
import { EvidenceList } from "@/components/files/evidence-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { lacksEvidence } from "@/lib/domains/playbook/policy";
import { daysOverdue } from "@/lib/domains/playbook/rules/show-items";
import type { LoadedItem } from "@/lib/domains/playbook/types/loaded";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { AssignItem } from "./assign-item";
import { CommentForm } from "./comment-form";
import { ItemFiles } from "./item-files";
import { ItemHistory } from "./item-history";
import { ItemMoves } from "./item-moves";
import { TextEvidenceForm, TextEvidenceList } from "./text-evidence";

const tones = { OPEN: "neutral", PROPOSED: "warning", DONE: "success" } as const;

/** One item, for whichever side looks at it. */
export async function ItemPage({ backHref, ...loaded }: LoadedItem & { backHref: string }) {
	const t = await getTranslations("playbook");
	const { item, brand, moves, userId } = loaded;
	return (
		<ClientMessages namespaces={["playbook", "files", "errors"]}>
			<Crumb label={item.title} />
			<PageHeader
				title={item.title}
				description={`${brand.name} · ${item.step} ${t(`step.${item.step}`)}`}
				meta={<Badge tone={tones[item.state]}>{t(`state.${item.state}`)}</Badge>}
				actions={
					<>
						<Button asChild variant="secondary">
							<Link href={backHref}>{t("item.back")}</Link>
						</Button>
						<ItemMoves
							moves={moves}
							item={{ id: item.id, version: item.version, state: item.state }}
							lacksEvidence={lacksEvidence(item)}
						/>
					</>
				}
			/>
			{item.isRetired && <Banner className="mb-4">{t("list.retired")}</Banner>}
			<div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
				<div className="min-w-0 space-y-4">
					<Card>
						<CardHeader title={t("item.how")} />
						<CardBody>
							<p className="text-ink text-sm leading-relaxed">{item.text}</p>
						</CardBody>
					</Card>
					<Evidence {...loaded} />
					<Card>
						<CardHeader title={t("item.comments")} />
						<CardBody className="space-y-4">
							{loaded.mayWork && (
								<CommentForm itemId={item.id} people={loaded.people.filter(({ id }) => id !== userId)} />
							)}
							<ItemHistory events={loaded.events.filter(({ kind }) => kind === "COMMENT")} />
						</CardBody>
					</Card>
				</div>
				<div className="min-w-0 space-y-4">
					<Facts {...loaded} />
					<Card>
						<CardHeader title={t("item.history")} />
						<CardBody>
							<ItemHistory events={loaded.events.filter(({ kind }) => kind !== "COMMENT")} />
						</CardBody>
					</Card>
				</div>
			</div>
		</ClientMessages>
	);
}

async function Facts({ item, today, people, mayAssign }: LoadedItem) {
	const [t, locale] = await Promise.all([getTranslations("playbook"), getLocale()]);
	const late = daysOverdue(item, today);
	const facts = [
		[t("item.owner"), t(`owner.${item.owner}`)],
		[
			t("item.due"),
			`${formatDate(item.dueOn, locale)}${late > 0 ? ` · ${t("list.overdue", { days: late })}` : ""}`,
		],
		[t("item.requires"), t(`evidenceKind.${item.evidenceKind}`)],
		[t("item.required"), item.isRequired ? "✓" : t("list.optional")],
	] as const;
	return (
		<Card>
			<CardHeader title={t("item.facts")} />
			<CardBody>
				<dl className="space-y-2 text-sm">
					{facts.map(([name, value]) => (
						<div key={name} className="flex justify-between gap-4">
							<dt className="text-ink-faint">{name}</dt>
							<dd className="text-right text-ink">{value}</dd>
						</div>
					))}
				</dl>
				<div className="mt-3">
					{mayAssign ? (
						<AssignItem
							itemId={item.id}
							assigneeId={item.assigneeId}
							people={people.map(({ id, name, side }) => ({ id, name: `${name} · ${t(`owner.${side}`)}` }))}
						/>
					) : (
						<p className="flex justify-between gap-4 text-sm">
							<span className="text-ink-faint">{t("item.assignee")}</span>
							<span className="text-ink">{item.assigneeName ?? t("item.nobody")}</span>
						</p>
					)}
				</div>
			</CardBody>
		</Card>
	);
}

async function Evidence({ item, files, texts, mayHandIn, side }: LoadedItem) {
	const t = await getTranslations("playbook");
	const { id, evidenceKind } = item;
	const nothing = files.length === 0 && texts.length === 0;
	return (
		<Card>
			<CardHeader title={t("item.evidence")} description={t(`evidenceKind.${evidenceKind}`)} />
			<CardBody className="space-y-4">
				{evidenceKind === "METRIC" && <p className="text-ink-soft text-sm">{t("item.metric")}</p>}
				{item.state === "DONE" && !nothing && <Banner>{t("item.locked")}</Banner>}
				{nothing && !mayHandIn && <p className="text-ink-faint text-sm">{t("item.noEvidence")}</p>}
				{texts.length > 0 && (
					<TextEvidenceList
						itemId={id}
						texts={texts.map((one) => ({
							...{ id: one.id, text: one.text, isLink: one.kind === "LINK" },
							by: `${one.addedByName} · ${t(`owner.${one.side}`)}`,
							mayRemove: mayHandIn && (side !== "PARTNER" || one.side === "PARTNER"),
						}))}
					/>
				)}
				{mayHandIn && evidenceKind === "LINK" && <TextEvidenceForm itemId={id} kind="LINK" />}
				{mayHandIn && evidenceKind === "STREAMERS" && <TextEvidenceForm itemId={id} kind="STREAMERS" />}
				{mayHandIn && evidenceKind !== "METRIC" ? (
					<ItemFiles purpose="PLAYBOOK" subject={id} files={files} label={t("item.files")} />
				) : (
					files.length > 0 && <EvidenceList files={files} label={t("item.files")} />
				)}
			</CardBody>
		</Card>
	);
}
