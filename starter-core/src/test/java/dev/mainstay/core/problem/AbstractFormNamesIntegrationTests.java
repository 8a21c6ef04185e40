package dev.mainstay.core.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.WebApplicationType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The names in a form are the caller's as much as its values are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractFormNamesIntegrationTests {

	private Service service;

	protected abstract WebApplicationType type();

	@BeforeAll
	void start() {
		this.service = Service.start(type(), new Class<?>[] { FormController.class });
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	static List<String> names() {
		List<String> names = new ArrayList<>(List.of("address[0]", "name[0]", "count[0]", "address.street[0]",
				"address.street.x", "class[0]", "class.module", "[0]", ".", "address.", "ids.x", "fails.x.y"));
		for (String property : List.of("ids", "codes", "byName", "address")) {
			for (String index : List.of("99999999", "-1", "300", "3", "abc", "2147483648", "", "'0'", "0][0",
					"99999999][0", "0]]", "abc].x", "99999999].x", "99999999]x", "0].street", "0].street[1")) {
				names.add(property + "[" + index + (index.contains("]") && !index.endsWith("[1") ? "" : "]"));
			}
			names.add(property + "[");
			names.add(property + "]");
		}
		return names;
	}

	@ParameterizedTest
	@MethodSource("names")
	void noNameIsAFaultOfTheService(String name) {
		for (String path : List.of("/record", "/bean")) {
			for (String before : List.of("", "ids=1&codes=a&name=n&address.street=s&byName[a]=b&")) {
				for (String mark : List.of("", "_", "!")) {
					Answer answer = this.service.post(path, before + encoded(mark + name) + "=1", "Content-Type",
							"application/x-www-form-urlencoded");
					assertThat(answer.status()).as("%s %s%s: %s", path, before, mark + name, answer).isIn(200, 400);
				}
			}
		}
	}

	@Test
	void anIndexBeyondTheListIsToldByTheNameOfTheParameter() {
		Answer answer = this.service.post("/bean", "ids=1&ids%5B99999999%5D=2", "Content-Type",
				"application/x-www-form-urlencoded");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("code").asString()).isEqualTo("malformed-request");
		assertThat(answer.json().path("errors").path(0).path("parameter").asString()).isEqualTo("ids[99999999]");
		assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("invalid");
	}

	@Test
	void whatTheServiceLooksForItselfIsItsOwnFault() {
		assertThat(this.service.post("/own", "a=b", "Content-Type", "application/x-www-form-urlencoded").status())
			.isEqualTo(500);
	}

	private static String encoded(String name) {
		return name.replace("[", "%5B").replace("]", "%5D").replace("'", "%27");
	}

	record Person(@Nullable String name, int count, @Nullable List<Integer> ids, String @Nullable [] codes,
			@Nullable Map<String, String> byName, @Nullable Address address) {

	}

	record Address(@Nullable String street) {

	}

	static class Contact {

		private @Nullable String name;

		private List<Integer> ids = new ArrayList<>();

		private String[] codes = {};

		private Map<String, String> byName = new TreeMap<>();

		public @Nullable String getName() {
			return this.name;
		}

		public void setName(@Nullable String name) {
			this.name = name;
		}

		public List<Integer> getIds() {
			return this.ids;
		}

		public void setIds(List<Integer> ids) {
			this.ids = ids;
		}

		public String[] getCodes() {
			return this.codes;
		}

		public void setCodes(String[] codes) {
			this.codes = codes;
		}

		public Map<String, String> getByName() {
			return this.byName;
		}

		public void setByName(Map<String, String> byName) {
			this.byName = byName;
		}

	}

	@RestController
	static class FormController {

		@PostMapping("/record")
		String record(@ModelAttribute Person person) {
			return "taken";
		}

		@PostMapping("/bean")
		String bean(@ModelAttribute Contact contact) {
			return "taken";
		}

		@PostMapping("/own")
		String own() {
			BeanWrapper contact = new BeanWrapperImpl(new Contact());
			contact.setAutoGrowCollectionLimit(1);
			contact.setPropertyValue("codes[2]", 1);
			return "taken";
		}

	}

}
