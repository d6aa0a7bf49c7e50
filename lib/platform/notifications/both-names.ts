/** A thing as news names it, whatever language its reader has. */
export function bothNames({ zh, en }: { zh: string; en: string }): string {
	return zh === en ? zh : `${zh} · ${en}`;
}
