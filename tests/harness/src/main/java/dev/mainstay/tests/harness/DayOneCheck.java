package dev.mainstay.tests.harness;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails where an answer with Mainstay, and nothing configured, is not what it was.
 */
final class DayOneCheck {

	private DayOneCheck() {
	}

	/** Also what is announced has to be so, or nobody would see that it no longer is. */
	static void of(List<Answer> before, List<HttpResponse<String>> dayOne, Set<String> announced) {
		List<String> differences = new ArrayList<>();
		Set<String> seen = new TreeSet<>();
		assertThat(dayOne).hasSameSizeAs(before);
		for (int i = 0; i < before.size(); i++) {
			Answer was = before.get(i);
			Answer is = Additions.REPORT.takenFrom(Answer.of(dayOne.get(i)), was);
			String request = title(dayOne.get(i));
			if (!is.isAnnouncedInPlaceOf(was) && announced.contains(request)) {
				seen.add(request);
			}
			else if (!is.isAnnouncedInPlaceOf(was)) {
				differences.add(request + "\n  was " + was + "\n  is  " + is);
			}
		}
		assertThat(differences).as("answers of day one that nobody has announced").isEmpty();
		assertThat(seen).as("requests that are announced to be answered otherwise").isEqualTo(announced);
	}

	private static String title(HttpResponse<String> response) {
		return response.request().method() + " " + response.request().uri().getPath();
	}

}
