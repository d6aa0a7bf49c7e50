import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { FundNote } from "@/lib/domains/fund/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { NoteForm } from "./note-form";

type Props = { applicationId: string; notes: readonly FundNote[]; canWrite: boolean };

export async function NotesCard({ applicationId, notes, canWrite }: Props) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	return (
		<Card>
			<CardHeader title={t("notes.title")} description={t("notes.hint")} />
			<CardBody className="space-y-4">
				{notes.length === 0 && <p className="text-ink-faint text-sm">{t("notes.none")}</p>}
				<ul className="space-y-3">
					{notes.map((note) => (
						<li key={note.id} className="rounded-md bg-sunken px-4 py-3">
							<p className="wrap-anywhere whitespace-pre-line text-ink text-sm">{note.body}</p>
							<p className="figure mt-1 text-2xs text-ink-faint">
								{note.authorName} · {formatDateTime(note.at, locale)}
							</p>
						</li>
					))}
				</ul>
				{canWrite && <NoteForm applicationId={applicationId} />}
			</CardBody>
		</Card>
	);
}
