"use client";

import { ChevronLeft, ChevronRight, Flag } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import type { ShownQuestion } from "@/lib/domains/certification/types/sittings";
import { routes } from "@/lib/platform/routes/routes";
import { PartChoice } from "./part-choice";
import { PartOrdering } from "./part-ordering";
import { withPart } from "./toggle-choice";
import type { Given } from "./use-answers";

type Props = {
	question: ShownQuestion;
	total: number;
	given: Given;
	disabled: boolean;
	/** Which part the keys are for. */
	onPart: (part: number) => void;
	onChange: (next: Partial<Omit<Given, "revision">>) => void;
	onTurn: (by: 1 | -1) => void;
};

export function QuestionView({ question, total, given, disabled, onPart, onChange, onTurn }: Props) {
	const t = useTranslations("sitting");
	const heading = useRef<HTMLHeadingElement>(null);
	// Whoever hears the page is taken to the question that came.
	useEffect(() => heading.current?.focus({ preventScroll: true }), []);
	return (
		<Card>
			<CardBody className="space-y-5 pt-5">
				<div className="flex flex-wrap items-center justify-between gap-2">
					<p className="flex items-center gap-2 text-ink-soft text-sm">
						{t("question.number", { number: question.position, total })}
						<Badge>{t(`kinds.${question.kind}`)}</Badge>
					</p>
					<Button
						variant="ghost"
						size="sm"
						aria-pressed={given.isFlagged}
						disabled={disabled}
						onClick={() => onChange({ isFlagged: !given.isFlagged })}
					>
						<Flag aria-hidden="true" className={given.isFlagged ? "fill-warning text-warning" : ""} />
						{given.isFlagged ? t("question.unflag") : t("question.flag")}
					</Button>
				</div>
				<h2
					ref={heading}
					tabIndex={-1}
					className="wrap-anywhere whitespace-pre-line font-medium text-lg outline-none"
				>
					{question.stem}
				</h2>
				{question.pictureId && (
					// biome-ignore lint/performance/noImgElement: a guarded file of the portal's own, as it was uploaded
					<img
						src={routes.api.file(question.pictureId)}
						alt={question.pictureAlt || t("question.picture", { number: question.position })}
						className="max-h-96 max-w-full rounded-md border"
					/>
				)}
				{question.parts.map((part, at) => {
					const chosen = given.answer?.[at] ?? null;
					const choose = (next: readonly number[]) =>
						onChange({ answer: withPart(question, given.answer, at, next) });
					const props = { part, name: `${question.position}-${at}`, chosen, disabled, onChoose: choose };
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: the parts of a question never move
						<fieldset key={at} onFocus={() => onPart(at)} className="contents">
							{part.kind === "ordering" ? <PartOrdering {...props} /> : <PartChoice {...props} />}
						</fieldset>
					);
				})}
			</CardBody>
			<CardFooter>
				<Button variant="secondary" onClick={() => onTurn(-1)} disabled={question.position === 1}>
					<ChevronLeft aria-hidden="true" />
					{t("question.previous")}
				</Button>
				<Button variant="secondary" onClick={() => onTurn(1)} disabled={question.position === total}>
					{t("question.next")}
					<ChevronRight aria-hidden="true" />
				</Button>
			</CardFooter>
		</Card>
	);
}
