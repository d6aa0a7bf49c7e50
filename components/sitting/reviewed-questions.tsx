import { Check, X } from "lucide-react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { ReviewedQuestion } from "@/lib/domains/certification/types/sittings";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Part = ReviewedQuestion["parts"][number];

/** Every question with what was chosen, what is right, and why. */
export async function ReviewedQuestions({ questions }: { questions: readonly ReviewedQuestion[] }) {
	const t = await getTranslations("sitting");
	return (
		<Card>
			<CardHeader title={t("result.explanations")} />
			<CardBody>
				<ol className="space-y-6">
					{questions.map((question) => (
						<li key={question.position} className="border-b pb-6 last:border-0 last:pb-0">
							<p className="flex gap-2 text-ink text-sm">
								{question.points === question.parts.length ? (
									<Check aria-label={t("review.right")} className="size-5 shrink-0 text-success-ink" />
								) : (
									<X aria-label={t("review.wrong")} className="size-5 shrink-0 text-danger-ink" />
								)}
								<span className="wrap-anywhere whitespace-pre-line font-medium">
									{question.position}. {question.stem}
								</span>
							</p>
							{question.pictureId && (
								// biome-ignore lint/performance/noImgElement: a guarded file of the portal's own, as it was uploaded
								<img
									src={routes.api.file(question.pictureId)}
									alt={question.pictureAlt}
									className="mt-3 ml-7 max-h-72 max-w-[calc(100%-1.75rem)] rounded-md border"
								/>
							)}
							{question.parts.map((part, at) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: the parts of a question never move
								<ReviewedPart key={at} part={part} />
							))}
							<p className="wrap-anywhere mt-3 whitespace-pre-line rounded-md bg-sunken px-4 py-3 text-sm">
								{question.explanation}
							</p>
						</li>
					))}
				</ol>
			</CardBody>
		</Card>
	);
}

async function ReviewedPart({ part }: { part: Part }) {
	const t = await getTranslations("sitting");
	const word = (option: number) => {
		const text = part.options[option] ?? "";
		return part.kind === "boolean" ? t(`truths.${text === "true" ? "true" : "false"}`) : text;
	};
	const join = (options: readonly number[]) =>
		options.map(word).join(part.kind === "ordering" ? " → " : "；");
	return (
		<dl className="mt-2 grid gap-x-4 gap-y-1 pl-7 text-sm sm:grid-cols-[8rem_1fr]">
			{part.prompt && <dt className="text-ink-soft sm:col-span-2">{part.prompt}</dt>}
			<dt className="text-ink-faint">{t("review.chosen")}</dt>
			<dd className={cn("wrap-anywhere", !part.chosen && "text-ink-faint")}>
				{part.chosen ? join(part.chosen) : t("review.unanswered")}
			</dd>
			<dt className="text-ink-faint">{t("review.right")}</dt>
			<dd className="wrap-anywhere">{join(part.key)}</dd>
		</dl>
	);
}
