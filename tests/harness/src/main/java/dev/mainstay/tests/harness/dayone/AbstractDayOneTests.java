package dev.mainstay.tests.harness.dayone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps a page on the first day what really changes. To write it anew, run the test with
 * {@code -Dmainstay.docs.write=true}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractDayOneTests {

	private final Class<?> application;

	private final Path page;

	private final String head;

	private final String rest;

	private DayOne day;

	/**
	 * Compare an application with itself.
	 * @param application the application
	 * @param page the name of the page in the folder of the documentation
	 * @param head what it says before the differences, with the number of requests
	 * @param rest what it says after the requests
	 */
	protected AbstractDayOneTests(Class<?> application, String page, String head, String rest) {
		this.application = application;
		this.page = Path.of("..", "..", "docs", page);
		this.head = head;
		this.rest = rest;
	}

	@BeforeAll
	void compare() {
		this.day = DayOne.of(this.application);
	}

	@Test
	void everyDifferenceIsUndoneByASwitch() {
		assertThat(this.day.undoneByNone()).isEmpty();
	}

	@Test
	void everySwitchUndoesSomething() {
		assertThat(this.day.undone().values()).noneMatch(List::isEmpty);
	}

	@Test
	void nothingIsLeftWithAllSwitchesOff() {
		assertThat(this.day.leftWith(UndoSwitch.allBut(null))).isEmpty();
	}

	@Test
	void nothingIsLeftWithMainstayOff() {
		assertThat(this.day.leftWith("--mainstay.enabled=false")).isEmpty();
	}

	/** But that a failure nobody handled may say more than 500 (docs/errors.md). */
	@Test
	void statusesOfTheApplicationStay() {
		assertThat(this.day.differences()).filteredOn((it) -> it.what().equals(Difference.STATUS))
			.allMatch((it) -> Requests.ALL.get(it.request() - 1).path().startsWith("/actuator/")
					|| (it.before().equals("500") && it.after().equals("504")));
	}

	@Test
	void thePageListsEveryDifference() throws IOException {
		String text = new DayOnePage(this.head.formatted(Requests.ALL.size()), this.rest).render(this.day.undone());
		if (Boolean.getBoolean("mainstay.docs.write")) {
			Files.writeString(this.page, text);
		}
		assertThat(Files.readString(this.page)).as("%s; write it with -Dmainstay.docs.write=true", this.page)
			.isEqualTo(text);
	}

}
