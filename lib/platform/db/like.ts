import "server-only";

/** Text to be found as it stands in a LIKE: its wildcards are letters like others. */
export function escapeLike(text: string): string {
	return text.replace(/[\\%_]/g, "\\$&");
}

/** A LIKE pattern for whatever holds the text. */
export function likePattern(text: string): string {
	return `%${escapeLike(text)}%`;
}
