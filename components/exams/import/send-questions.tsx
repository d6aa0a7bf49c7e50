"use client";

import { Download, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { type Refusal, refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";

type Answer = { ok: true; id: string } | Refusal;

async function send(file: File): Promise<Answer> {
	try {
		const answer = await fetch(routes.api.questionImports(file.name), { method: "POST", body: file });
		return (await answer.json()) as Answer;
	} catch {
		return refuse("UPLOAD_BROKEN");
	}
}

/** Sends one file; what comes next is to say what its columns mean. */
export function SendQuestions() {
	const t = useTranslations("questionimport.upload");
	const router = useRouter();
	const input = useRef<HTMLInputElement>(null);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [isSending, setIsSending] = useState(false);
	const [isOver, setIsOver] = useState(false);
	async function take(file: File | undefined) {
		if (!file || isSending) return;
		setIsSending(true);
		setRefusal(null);
		const answer = await send(file);
		setIsSending(false);
		if (answer.ok) router.push(routes.ops.questionImport(answer.id));
		else setRefusal(answer);
	}
	return (
		<Card>
			<CardHeader
				title={t("title")}
				actions={
					<a
						href={routes.api.questionTemplate()}
						download
						className="inline-flex items-center gap-1.5 rounded-sm text-brand-ink text-sm underline-offset-4 hover:underline [&_svg]:size-4"
					>
						<Download aria-hidden="true" />
						{t("template")}
					</a>
				}
			/>
			<CardBody className="space-y-4">
				<FormError refusal={refusal} />
				{/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
				<div
					onDragOver={(event) => {
						event.preventDefault();
						setIsOver(true);
					}}
					onDragLeave={() => setIsOver(false)}
					onDrop={(event) => {
						event.preventDefault();
						setIsOver(false);
						void take(event.dataTransfer.files[0]);
					}}
					className={cn(
						"flex flex-col items-center gap-3 rounded-lg border-2 border-dashed px-4 py-8 text-center",
						isOver && "border-brand bg-brand-soft",
					)}
				>
					<input
						ref={input}
						type="file"
						accept=".csv,.txt,.tsv,.xlsx,text/csv"
						aria-label={t("choose")}
						className="sr-only"
						tabIndex={-1}
						onChange={(event) => {
							void take(event.target.files?.[0]);
							event.target.value = "";
						}}
					/>
					<Button onClick={() => input.current?.click()} pending={isSending}>
						<Upload aria-hidden="true" />
						{isSending ? t("sending") : t("choose")}
					</Button>
					<p className="text-ink-soft text-sm">{t("drop")}</p>
				</div>
				<p className="text-ink-faint text-xs">{t("hint")}</p>
			</CardBody>
		</Card>
	);
}
