/** The people a text names as `@name`; the longest name wins where one begins with another. */
export function mentionedIn<P extends { readonly name: string }>(text: string, people: readonly P[]): P[] {
	const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
	const found = new Set<P>();
	for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
		const name = longestFirst.find((person) => text.startsWith(person.name, at + 1))?.name;
		for (const person of people) if (person.name === name) found.add(person);
	}
	return [...found];
}
