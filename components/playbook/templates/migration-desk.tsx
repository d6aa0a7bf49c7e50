"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import { usePolling } from "@/components/ui/use-polling";
import { migratePlaybooks } from "@/lib/domains/playbook/actions/templates";
import type { RetiredTrace } from "@/lib/domains/playbook/types/template-desk";

/** A migration of one brand in words. */
export type MigrationRow = {
	id: string;
	name: string;
	version: number;
	added: readonly { key: string; title: string; due: string }[];
	changed: readonly { key: string; title: string; isBack: boolean }[];
	retired: readonly { key: string; title: string; trace: RetiredTrace }[];
	/** Items that are done and stay so. */
	done: number;
};

/** Brands on older versions, what moving each would mean, and the button that moves those chosen. */
export function MigrationDesk({
	rows,
	to,
	canManage,
}: {
	rows: readonly MigrationRow[];
	to: number;
	canManage: boolean;
}) {
	const t = useTranslations("playbooktemplates.migration");
	const router = useRouter();
	const errorText = useErrorText();
	const [chosen, setChosen] = useState<readonly string[]>([]);
	const [moving, setMoving] = useState<readonly string[]>([]);
	const waiting = moving.filter((id) => rows.some((row) => row.id === id));
	usePolling(
		waiting.length > 0,
		useCallback(async () => router.refresh(), [router]),
		2_000,
	);
	const free = rows.filter(({ id }) => !waiting.includes(id));
	const shown = chosen.filter((id) => free.some((row) => row.id === id));
	const toggle = (id: string) =>
		setChosen(shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id]);
	async function migrate() {
		const brandIds = [...shown];
		const outcome = await migratePlaybooks({ to, brandIds });
		if (!outcome.ok) return toast.error(errorText(outcome.reason, outcome.params));
		setMoving(brandIds);
		setChosen([]);
		toast.success(t("started", { count: outcome.count }));
	}
	return (
		<>
			{waiting.length > 0 && (
				<Banner role="status" className="m-4">
					{t("working")}
				</Banner>
			)}
			<Table label={t("title")} stickyFirst={false}>
				<TableHeader>
					<TableRow>
						{canManage && (
							<TableHead>
								<input
									type="checkbox"
									className="size-4 accent-brand"
									aria-label={t("chooseAll")}
									checked={free.length > 0 && shown.length === free.length}
									onChange={() => setChosen(shown.length === free.length ? [] : free.map(({ id }) => id))}
								/>
							</TableHead>
						)}
						<TableHead>{t("brand")}</TableHead>
						<TableHead numeric>{t("from")}</TableHead>
						<TableHead numeric>{t("added")}</TableHead>
						<TableHead numeric>{t("changed")}</TableHead>
						<TableHead numeric>{t("retired")}</TableHead>
						<TableHead numeric>{t("keptWork")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map((row) => (
						<TableRow key={row.id}>
							{canManage && (
								<TableCell>
									<input
										type="checkbox"
										className="size-4 accent-brand"
										aria-label={t("choose", { brand: row.name })}
										disabled={waiting.includes(row.id)}
										checked={shown.includes(row.id)}
										onChange={() => toggle(row.id)}
									/>
								</TableCell>
							)}
							<TableRowHead className="min-w-56 font-normal">
								<span className="font-medium">{row.name}</span>
								<Details row={row} />
							</TableRowHead>
							<TableCell numeric>{row.version}</TableCell>
							<TableCell numeric>{row.added.length}</TableCell>
							<TableCell numeric>{row.changed.length}</TableCell>
							<TableCell numeric>{row.retired.length}</TableCell>
							<TableCell numeric>
								{row.done + row.retired.filter(({ trace }) => trace !== null).length}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
			{canManage && (
				<div className="flex justify-end border-t p-4">
					<ConfirmDialog
						trigger={
							<Button disabled={shown.length === 0}>
								{shown.length === 0 ? t("chooseFirst") : t("submit", { count: shown.length })}
							</Button>
						}
						title={t("confirmTitle", { count: shown.length, version: to })}
						description={t("confirmText")}
						confirmLabel={t("submit", { count: shown.length })}
						onConfirm={async () => void (await migrate())}
					/>
				</div>
			)}
		</>
	);
}

function Details({ row }: { row: MigrationRow }) {
	const t = useTranslations("playbooktemplates.migration");
	return (
		<details className="mt-1 text-xs">
			<summary className="cursor-pointer text-brand-ink">{t("details")}</summary>
			<ul className="mt-1.5 space-y-1 text-ink-soft">
				{row.added.map(({ key, title, due }) => (
					<li key={key}>
						+ {title} · <span className="text-ink-faint">{t("due", { day: due })}</span>
					</li>
				))}
				{row.changed.map(({ key, title, isBack }) => (
					<li key={key}>
						~ {title}
						{isBack && <span className="text-ink-faint"> · {t("back")}</span>}
					</li>
				))}
				{row.retired.map(({ key, title, trace }) => (
					<li key={key}>
						− {title} · <span className="text-ink-faint">{trace ? t(`kept.${trace}`) : t("nothing")}</span>
					</li>
				))}
			</ul>
		</details>
	);
}
