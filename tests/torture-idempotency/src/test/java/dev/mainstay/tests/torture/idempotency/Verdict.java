package dev.mainstay.tests.torture.idempotency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Compares what was done with what callers were told, when all is over and everybody has
 * asked once more.
 *
 * @param broken promises that were broken, each with its order
 * @param doubled how many effects there were beyond the first of their order
 * @param unknown how many orders ended as one of which nobody knows
 * @param late how many were told to be unknown and turned out to be done
 */
record Verdict(List<String> broken, int doubled, int unknown, int late) {

	/**
	 * Compare.
	 * @param told what was told, of all orders
	 * @param executions the rows of each order
	 * @param takenOver how many operations were said to be run once more
	 * @param reExecutes whether any may be
	 */
	static Verdict of(Collection<Told> told, Map<String, List<Long>> executions, int takenOver, boolean reExecutes) {
		List<String> broken = new ArrayList<>();
		int doubled = 0;
		int unknown = 0;
		int late = 0;
		for (Told one : told) {
			List<Long> rows = executions.getOrDefault(one.order().key(), List.of());
			doubled += Math.max(0, rows.size() - 1);
			unknown += (one.last() == Answer.Kind.UNKNOWN) ? 1 : 0;
			late += (one.isUnknown() && !one.answers().isEmpty()) ? 1 : 0;
			for (String promise : promises(one, rows, reExecutes)) {
				broken.add(promise + ": " + one + ", rows " + rows);
			}
		}
		if (reExecutes && doubled > takenOver) {
			broken.add(doubled + " second effects, of which the meter knows " + takenOver);
		}
		return new Verdict(broken, doubled, unknown, late);
	}

	private static List<String> promises(Told told, List<Long> rows, boolean reExecutes) {
		List<String> broken = new ArrayList<>();
		if (!reExecutes && rows.size() > 1) {
			broken.add("two effects");
		}
		if (told.answers().size() > (reExecutes ? Math.max(1, rows.size()) : 1)) {
			broken.add("two answers");
		}
		if (told.replays().size() > 1) {
			broken.add("a stored answer that changed");
		}
		if (told.answers().stream().anyMatch((answer) -> rows.stream().noneMatch((row) -> isOf(answer, row)))) {
			broken.add("an answer without its effect");
		}
		boolean settled = !told.answers().isEmpty() || (told.isUnknown() && !reExecutes);
		if (!settled || told.last() == Answer.Kind.IN_PROGRESS) {
			broken.add("no end");
		}
		if (!told.others().isEmpty()) {
			broken.add("an answer that is none of ours");
		}
		return broken;
	}

	private static boolean isOf(String answer, long execution) {
		return answer.matches("(?s).*\"execution\":" + execution + "\\b.*");
	}

}
