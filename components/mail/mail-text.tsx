const link = /(https?:\/\/[^\s<>"]+)/;

/** A plain-text mail as it was written, its addresses as links that can be followed. */
export function MailText({ text }: { text: string }) {
	return (
		<div className="whitespace-pre-wrap break-words text-ink text-sm">
			{text.split(link).map((part, index) =>
				link.test(part) ? (
					<a
						// biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
						key={index}
						href={part}
						rel="noreferrer"
						className="break-all text-brand-ink underline underline-offset-4"
					>
						{part}
					</a>
				) : (
					part
				),
			)}
		</div>
	);
}
