type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks of the leaderboard; of a value given twice the first counts. */
export function readBoardQuery(query: Query): { track?: string; page?: string } {
	return { track: [query.track].flat()[0], page: [query.page].flat()[0] };
}
