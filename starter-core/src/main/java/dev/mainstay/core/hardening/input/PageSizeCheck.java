package dev.mainstay.core.hardening.input;

import java.util.Arrays;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.InspectedHandlers;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.MethodParameter;

/**
 * Nobody should get all rows by asking for one large page.
 */
final class PageSizeCheck implements HardeningCheck {

	private static final String PAGEABLE = "org.springframework.data.domain.Pageable";

	private static final String ADAPTER = "org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter";

	private static final String PROPERTY = "spring.data.web.pageable.max-page-size";

	private static final String LIMIT = "mainstay.validation.paging.max-size";

	private static final int LARGEST = 100;

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-10", Group.INPUT, Severity.MEDIUM)
		.title("Pages have a largest size")
		.why("""
				Spring Data gives 2000 rows to whoever asks for them: each of such requests reads, maps and writes \
				twenty times what the page needs.""")
		.source("OWASP API4:2023")
		.decides("""
				Asks the resolver of a handler that takes a Pageable what it makes of a very large page, and fails \
				above 100. Passes where Mainstay refuses such a page. Not applicable where no handler takes a \
				Pageable.""")
		.fix("""
				spring.data.web.pageable.max-page-size=100
				# or refuse them
				mainstay.validation.page-size=enforce""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) throws Exception {
		List<MethodParameter> paged = InspectedHandlers.of(application)
			.stream()
			.flatMap((handler) -> Arrays.stream(handler.method().getMethodParameters()))
			.filter((parameter) -> parameter.getParameterType().getName().equals(PAGEABLE))
			.toList();
		if (paged.isEmpty()) {
			return Verdict.notApplicable("no handler takes a Pageable");
		}
		if (Rungs.isEnforced(application, "page-size") && limit(application) <= LARGEST) {
			return Verdict.pass();
		}
		int size = application.hasClass(ADAPTER) ? LargestPage.of(application, paged.get(0)) : LargestPage.UNKNOWN;
		if (size == LargestPage.UNKNOWN) {
			return Verdict.unknown("what reads the Pageable of a handler cannot be asked");
		}
		return (size <= LARGEST) ? Verdict.pass()
				: Verdict.fail(new Finding(
						"a page may have " + size + " elements: " + application.setting(PROPERTY).evidence(),
						application.origin(PROPERTY)));
	}

	private static int limit(InspectedApplication application) {
		return Binder.get(application.context().getEnvironment()).bind(LIMIT, Integer.class).orElse(LARGEST);
	}

}
