import Link from "next/link";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Namespace } from "@/lib/platform/i18n/messages";
import { getTranslations } from "@/lib/platform/i18n/server";

type OpenDraft<Form> = { id: string; version: number; form: Form; updatedAt: Date };

/** A draft as the editors take it. */
export function draftToEdit<Form>({ id, version, form, updatedAt }: OpenDraft<Form>) {
	return { draftId: id, version, form, savedAt: updatedAt };
}

type Props = {
	title: string;
	/** What the draft began from and where it leads; null while nothing is being drafted. */
	description: string | null;
	back: { href: string; label: string };
	canManage: boolean;
	/** What those who only read may do here, where that is more than reading. */
	readOnly?: string;
	/** Of the editor's own words. */
	namespaces: readonly Namespace[];
	/** The editor. */
	children: ReactNode;
};

/** The frame of what is drafted before it is published: the way back, who may only read, and the editor. */
export async function DraftPage({ title, description, back, namespaces, children, ...reader }: Props) {
	const t = await getTranslations("policies");
	const wayBack = (
		<Button variant="secondary" asChild>
			<Link href={back.href}>{back.label}</Link>
		</Button>
	);
	if (description === null)
		return (
			<>
				<Crumb label={title} />
				<PageHeader title={title} />
				<Card>
					<EmptyState title={t("draft.none")} description={t("draft.noneText")} actions={wayBack} />
				</Card>
			</>
		);
	return (
		<ClientMessages namespaces={["policies", "drafts", "errors", ...namespaces]}>
			<Crumb label={title} />
			<PageHeader title={title} description={description} actions={wayBack} />
			{!reader.canManage && <Banner className="mb-4">{reader.readOnly ?? t("draft.readOnly")}</Banner>}
			{children}
		</ClientMessages>
	);
}
