"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { feedGrains, sourceCodePattern } from "@/lib/domains/gmv/constants";
import { askForMapping } from "@/lib/domains/intake/constants";
import type { MappingRow, UploadRow } from "@/lib/domains/intake/types";
import { routes } from "@/lib/platform/routes/routes";
import type { Destination } from "./send-upload";
import { TemplateHint } from "./template-hint";
import { UploadList } from "./upload-list";
import { useUploads } from "./use-uploads";

const hintOf: Partial<Record<Destination["grain"], "monthsHint" | "sessionsHint" | "complaintsHint">> = {
	FORCE_MONTH: "monthsHint",
	LIVE_SESSION: "sessionsHint",
	COMPLAINT_DAY: "complaintsHint",
};

/** Sends files of facts and shows how far each of them is. */
export function UploadPanel({
	uploads,
	sources,
	mappings,
}: {
	uploads: readonly UploadRow[];
	sources: readonly string[];
	mappings: readonly Pick<MappingRow, "id" | "name" | "grain">[];
}) {
	const t = useTranslations("intake.uploads");
	const tMapping = useTranslations("mapping.upload");
	const errorText = useErrorText();
	const router = useRouter();
	const state = useUploads(uploads);
	const input = useRef<HTMLInputElement>(null);
	const [to, setTo] = useState<Destination>({ source: "", grain: "ORDER_LINE", mapping: "" });
	const [error, setError] = useState<string>();
	const [isOver, setIsOver] = useState(false);
	const hint = hintOf[to.grain];

	function take(files: readonly File[]): void {
		const isKnown = sourceCodePattern.test(to.source);
		setError(isKnown ? undefined : errorText("SOURCE_CODE_INVALID"));
		if (!isKnown) return;
		const sent = files.map((file) => state.send(file, to));
		// One file to be mapped: that is what comes next.
		if (to.mapping === askForMapping && files.length === 1)
			void sent[0]?.then((id) => id && router.push(routes.ops.importMapping(id)));
	}
	function onDrag(event: DragEvent) {
		event.preventDefault();
		setIsOver(event.type === "dragover");
	}

	return (
		<Card className="mb-6">
			<CardHeader title={t("title")} description={t("description")} />
			<CardBody className="flex flex-col gap-5">
				<div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
					<Field label={t("source")} hint={t("sourceHint")} error={error} required>
						<Input
							value={to.source}
							onChange={({ target }) => setTo({ ...to, source: target.value.trim() })}
							list="upload-sources"
							autoComplete="off"
							spellCheck={false}
							className="font-mono"
						/>
					</Field>
					<datalist id="upload-sources">
						{sources.map((source) => (
							<option key={source} value={source} />
						))}
					</datalist>
					<Field label={t("grain")} hint={hint && t(hint)}>
						<NativeSelect
							value={to.grain}
							onChange={({ target }) =>
								setTo({ ...to, grain: target.value as Destination["grain"], mapping: "" })
							}
							options={feedGrains.map((grain) => ({ value: grain, label: t(`grains.${grain}`) }))}
						/>
					</Field>
					<Field label={tMapping("label")} hint={tMapping("hint")}>
						<NativeSelect
							value={to.mapping}
							onChange={({ target }) => setTo({ ...to, mapping: target.value })}
							options={[
								{ value: "", label: tMapping("auto") },
								{ value: askForMapping, label: tMapping("ask") },
								...mappings
									.filter(({ grain }) => grain === to.grain)
									.map(({ id, name }) => ({ value: id, label: tMapping("mapped", { name }) })),
							]}
						/>
					</Field>
				</div>
				<TemplateHint grain={to.grain} />
				{/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same */}
				<div
					onDragOver={onDrag}
					onDragLeave={onDrag}
					onDrop={(event) => {
						onDrag(event);
						take([...event.dataTransfer.files]);
					}}
					className={cn(
						"flex flex-wrap items-center gap-3 rounded-lg border border-line-strong/60 border-dashed px-4 py-4 text-sm transition-colors",
						isOver ? "border-brand bg-brand-soft text-brand-ink" : "text-ink-faint",
					)}
				>
					<Button variant="secondary" onClick={() => input.current?.click()}>
						<Upload aria-hidden="true" />
						{t("choose")}
					</Button>
					<span>{t("drop")}</span>
					<input
						ref={input}
						type="file"
						multiple
						accept=".csv,.gz"
						hidden
						onChange={({ currentTarget }) => {
							take([...(currentTarget.files ?? [])]);
							// The same file may be chosen again after it was mended.
							currentTarget.value = "";
						}}
					/>
				</div>
				<UploadList {...state} />
			</CardBody>
		</Card>
	);
}
