package dev.mainstay.tests.paging;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

class ReactivePagingTests extends AbstractPagingTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	@Override
	protected List<Class<?>> parts() {
		return List.of(Applications.Plain.class, Applications.Reactive.class);
	}

	@Test
	void parametersHaveTheNamesThatTheApplicationSets() {
		try (Service service = Service.start(type(),
				List.of(Applications.Plain.class, Applications.ReactiveRenamed.class), "mainstay.mode=enforce")) {
			assertThat(service.told("/users?x-n=101")).endsWith("x-n page-size");
			assertThat(service.detail("/users?x-p=-1")).endsWith("from 1.");
			assertThat(service.told("/users?x-p=501&size=1000&page=-1")).contains("\"500/20/UNSORTED\"");
		}
	}

	@Test
	void aResolverOfTheApplicationIsNotLookedAt() {
		try (Service service = Service.start(type(),
				List.of(Applications.Plain.class, Applications.OwnReactive.class, Applications.Reactive.class),
				"mainstay.mode=enforce")) {
			assertThat(service.told("/users?size=1000000")).contains("\"1/4000/UNSORTED\"");
		}
	}

}
