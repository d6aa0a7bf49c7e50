"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ImpactView } from "@/components/calendar/impact-view";
import { useChange } from "@/components/calendar/use-change";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { daysOf, longestSpan, type Span } from "@/lib/platform/calendar/rules";
import { formatDate } from "@/lib/platform/format";
import { daysBetween, isDay } from "@/lib/platform/time";

/** `isKnown`: the days are entered already and may be made ordinary again. */
export type EditedSpan = Span & { isKnown: boolean };

function findFault(from: string, to: string) {
	if (!isDay(from) || !isDay(to)) return "DAY_INVALID";
	if (to < from) return "END_BEFORE_START";
	return daysBetween(from, to) >= longestSpan ? "SPAN_TOO_LONG" : null;
}

export function EditDialog({ span, onClose }: { span: EditedSpan; onClose: () => void }) {
	const t = useTranslations("calendar");
	const [form, setForm] = useState<Span>(span);
	const change = useChange(onClose);
	const put = (values: Partial<Span>) => {
		change.forget();
		setForm({ ...form, ...values });
	};
	function readDays(): string[] | null {
		const { from, to } = form;
		const code = findFault(from, to);
		if (code) change.setError(t(`import.codes.${code}`));
		return code ? null : daysOf(from, to);
	}
	function propose() {
		const days = readDays();
		const { isWorkday, nameZh, nameEn } = form;
		if (days) change.propose({ set: days.map((day) => ({ day, isWorkday, nameZh, nameEn })), remove: [] });
	}
	function proposeRemoval() {
		const days = readDays();
		if (days) change.propose({ set: [], remove: days });
	}
	return (
		<Dialog open onOpenChange={(open) => !open && onClose()}>
			<DialogContent title={t("edit.title")} description={t("edit.description")}>
				<form
					className="space-y-4"
					onSubmit={(event) => {
						event.preventDefault();
						propose();
					}}
				>
					{change.proposal ? (
						<ProposedSpan form={form} isRemoval={change.proposal.change.remove.length > 0} />
					) : (
						<SpanFields form={form} put={put} />
					)}
					{change.error && (
						<Banner tone="danger" role="alert">
							{change.error}
						</Banner>
					)}
					{change.proposal && <ImpactView preview={change.proposal.preview} />}
					<DialogActions>
						{span.isKnown && !change.proposal && (
							<Button variant="danger-ghost" pending={change.pending} onClick={proposeRemoval}>
								{t("edit.remove")}
							</Button>
						)}
						{change.proposal ? (
							<>
								<Button variant="secondary" onClick={change.forget}>
									{t("edit.back")}
								</Button>
								<Button pending={change.pending} onClick={change.save}>
									{t("edit.save")}
								</Button>
							</>
						) : (
							<Button type="submit" pending={change.pending}>
								{t("edit.preview")}
							</Button>
						)}
					</DialogActions>
				</form>
			</DialogContent>
		</Dialog>
	);
}

/** What is about to be done, in one line, above what it moves. */
function ProposedSpan({ form, isRemoval }: { form: Span; isRemoval: boolean }) {
	const t = useTranslations("calendar");
	const locale = useLocale();
	const { from, to, isWorkday, nameZh, nameEn } = form;
	const span =
		from === to ? formatDate(from, locale) : `${formatDate(from, locale)} – ${formatDate(to, locale)}`;
	const kind = isRemoval ? t("edit.remove") : t(isWorkday ? "edit.workday" : "edit.holiday");
	return (
		<p className="text-ink text-sm">
			<span className="figure font-semibold">{span}</span> · {kind} · {locale === "en" ? nameEn : nameZh}
		</p>
	);
}

function SpanFields({ form, put }: { form: Span; put: (values: Partial<Span>) => void }) {
	const t = useTranslations("calendar");
	return (
		<>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("edit.from")} required>
					<Input type="date" value={form.from} onChange={(event) => put({ from: event.target.value })} />
				</Field>
				<Field label={t("edit.to")} required>
					<Input type="date" value={form.to} onChange={(event) => put({ to: event.target.value })} />
				</Field>
			</div>
			<FieldGroup legend={t("edit.kind")}>
				<RadioGroup
					look="cards"
					value={form.isWorkday ? "workday" : "holiday"}
					onValueChange={(value) => put({ isWorkday: value === "workday" })}
					options={(["holiday", "workday"] as const).map((value) => ({ value, label: t(`edit.${value}`) }))}
				/>
			</FieldGroup>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("edit.nameZh")} required>
					<Input
						value={form.nameZh}
						maxLength={40}
						onChange={(event) => put({ nameZh: event.target.value })}
					/>
				</Field>
				<Field label={t("edit.nameEn")} required>
					<Input
						value={form.nameEn}
						maxLength={80}
						onChange={(event) => put({ nameEn: event.target.value })}
					/>
				</Field>
			</div>
		</>
	);
}
