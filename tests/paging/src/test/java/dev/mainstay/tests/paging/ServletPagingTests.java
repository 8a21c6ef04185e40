package dev.mainstay.tests.paging;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class ServletPagingTests extends AbstractPagingTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

	@Override
	protected List<Class<?>> parts() {
		return List.of(Applications.Plain.class);
	}

	@Test
	void parametersHaveTheNamesOfTheProperties() {
		try (Service service = service("mainstay.mode=enforce", "spring.data.web.pageable.page-parameter=p",
				"spring.data.web.pageable.size-parameter=n", "spring.data.web.pageable.prefix=x-",
				"spring.data.web.pageable.qualifier-delimiter=.", "spring.data.web.sort.sort-parameter=by",
				"spring.data.web.pageable.one-indexed-parameters=true")) {
			assertThat(service.told("/users?x-n=101")).endsWith("x-n page-size");
			assertThat(service.told("/users?x-p=-1")).endsWith("x-p negative-page");
			assertThat(service.detail("/users?x-p=-1")).endsWith("from 1.");
			assertThat(service.told("/users?x-p=502")).endsWith("x-p page-offset");
			assertThat(service.told("/users?by=nope")).endsWith("by sort-property");
			assertThat(service.told("/two?x-b.n=0")).endsWith("x-b.n page-size");
			assertThat(service.told("/users?x-p=501&size=1000&page=-1&sort=nope")).contains("\"500/20/UNSORTED\"");
		}
	}

	@Test
	void aCustomizerOfTheApplicationHasASay() {
		try (Service service = Service.start(type(), List.of(Applications.Plain.class, Applications.Renamed.class),
				"mainstay.mode=enforce")) {
			assertThat(service.told("/users?x-n=101&x-p=1")).endsWith("x-n page-size");
			assertThat(service.told("/users")).contains("\"all/UNSORTED\"");
			assertThat(service.told("/users?x-p=1&x-n=100&size=1000")).contains("\"1/100/UNSORTED\"");
		}
	}

	@Test
	void aSubclassOfTheApplicationStaysInPlaceAndIsGuardedByItsOwnNames() {
		try (Service service = Service.start(type(), List.of(Applications.Plain.class, Applications.OwnSubclass.class),
				"mainstay.mode=enforce")) {
			assertThat(service.told("/users?limit=50&sort=name")).contains("\"0/50/name: ASC\"");
			assertThat(service.told("/users?size=50")).contains("\"0/50/UNSORTED\"");
			assertThat(service.told("/users?limit=5000")).endsWith("limit page-size");
		}
	}

}
