"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { fileListClasses } from "./evidence-list";
import { FilePreview } from "./file-preview";
import { FileRow } from "./file-row";
import { groupBySlot } from "./group-by-slot";

/** The files of an application under what they stand for; one preview leads through all of them. */
export function EvidenceGroups({ files }: { files: readonly EvidenceFile[] }) {
	const t = useTranslations("files");
	const [openId, setOpenId] = useState<string | null>(null);
	const groups = groupBySlot(files);
	const nameOf = (slot: string) => {
		const key = `slots.${slot}` as "slots.supply";
		return t.has(key) ? t(key) : t("panel.other");
	};
	return (
		<div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
			{groups.map(({ slot, files: members }) => (
				<section key={slot} aria-label={nameOf(slot)} className="min-w-0">
					<h3 className="mb-2 flex items-baseline justify-between gap-2 font-medium text-ink text-sm">
						{nameOf(slot)}
						<span className="figure font-normal text-ink-faint text-xs">
							{t("list.files", { count: members.length })}
						</span>
					</h3>
					<ul className={fileListClasses}>
						{members.map((file) => (
							<FileRow key={file.id} file={file} onPreview={() => setOpenId(file.id)} />
						))}
					</ul>
				</section>
			))}
			<FilePreview files={groups.flatMap((group) => group.files)} openId={openId} onOpen={setOpenId} />
		</div>
	);
}
