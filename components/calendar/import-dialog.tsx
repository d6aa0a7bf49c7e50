"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ImpactView } from "@/components/calendar/impact-view";
import { useChange } from "@/components/calendar/use-change";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Textarea } from "@/components/ui/textarea";
import { readCalendarList } from "@/lib/platform/calendar/rules";
import type { RowError } from "@/lib/platform/calendar/types";

/** A pasted list or a CSV file: checked line by line, its effect shown, then saved whole or not at all. */
export function ImportDialog() {
	const t = useTranslations("calendar");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="secondary">{t("import.open")}</Button>
			</DialogTrigger>
			<DialogContent size="lg" title={t("import.title")} description={t("import.description")}>
				<ImportForm onDone={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function ImportForm({ onDone }: { onDone: () => void }) {
	const t = useTranslations("calendar");
	const input = useRef<HTMLInputElement>(null);
	const [text, setText] = useState("");
	const [errors, setErrors] = useState<readonly RowError[]>([]);
	const change = useChange(onDone);
	function put(next: string) {
		change.forget();
		setErrors([]);
		setText(next);
	}
	function check() {
		const reading = readCalendarList(text);
		setErrors(reading.errors);
		change.setError(null);
		if (reading.errors.length > 0) return;
		if (reading.days.length === 0) return change.setError(t("import.empty"));
		change.propose({ set: reading.days, remove: [] });
	}
	return (
		<div className="space-y-4">
			<Field label={t("import.text")}>
				<Textarea
					rows={8}
					className="min-h-40 font-mono text-xs"
					placeholder={t("import.example")}
					value={text}
					onChange={(event) => put(event.target.value)}
				/>
			</Field>
			<Button variant="secondary" size="sm" onClick={() => input.current?.click()}>
				<Upload aria-hidden="true" />
				{t("import.file")}
			</Button>
			<input
				ref={input}
				type="file"
				accept=".csv,.txt,text/csv,text/plain"
				hidden
				onChange={async ({ currentTarget }) => {
					const file = currentTarget.files?.[0];
					// The same file may be chosen again after it was mended.
					if (file) put(await file.slice(0, 200_000).text());
					currentTarget.value = "";
				}}
			/>
			{change.error && (
				<Banner tone="danger" role="alert">
					{change.error}
				</Banner>
			)}
			{errors.length > 0 && <ErrorTable errors={errors} />}
			{change.proposal && <ImpactView preview={change.proposal.preview} />}
			<DialogActions>
				{change.proposal ? (
					<Button pending={change.pending} onClick={change.save}>
						{t("edit.save")}
					</Button>
				) : (
					<Button pending={change.pending} onClick={check}>
						{t("import.check")}
					</Button>
				)}
			</DialogActions>
		</div>
	);
}

function ErrorTable({ errors }: { errors: readonly RowError[] }) {
	const t = useTranslations("calendar");
	return (
		<div role="alert" className="space-y-2">
			<p className="font-medium text-danger-ink text-sm">{t("import.errors", { count: errors.length })}</p>
			<div className="max-h-64 overflow-y-auto rounded-lg border">
				<Table label={t("import.errors", { count: errors.length })} density="compact">
					<TableHeader>
						<TableRow>
							<TableHead numeric>{t("import.row")}</TableHead>
							<TableHead>{t("import.column")}</TableHead>
							<TableHead>{t("import.reason")}</TableHead>
							<TableHead>{t("import.value")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{errors.slice(0, 100).map((error) => (
							<TableRow key={`${error.row}${error.column}${error.code}${error.text}`}>
								<TableCell numeric>{error.row}</TableCell>
								<TableCell>{t(`import.columns.${error.column}`)}</TableCell>
								<TableCell>{t(`import.codes.${error.code as "REQUIRED"}`)}</TableCell>
								<TableCell className="wrap-anywhere">{error.text || "–"}</TableCell>
							</TableRow>
						))}
					</TableBody>
				</Table>
			</div>
		</div>
	);
}
