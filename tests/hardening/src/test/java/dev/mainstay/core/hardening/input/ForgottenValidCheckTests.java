package dev.mainstay.core.hardening.input;

import java.util.List;

import com.example.shop.CurrentOrder;
import com.example.shop.Orders.CreateOrder;
import com.example.shop.ValidationHandlers.ByHand;
import com.example.shop.ValidationHandlers.Careful;
import com.example.shop.ValidationHandlers.Forgetful;
import com.example.shop.ValidationHandlers.Reactive;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class ForgottenValidCheckTests {

	private static final String ENFORCED = "mainstay.validation.missing-valid=enforce";

	private final ForgottenValidCheck check = new ForgottenValidCheck();

	private final WebApplicationContextRunner runner = Stacks.servlet();

	@Test
	void eachPlaceThatForgetsIsFound() {
		this.runner.withBean(Forgetful.class)
			.run((context) -> assertThatLooking(this.check, context).fails("Forgetful#aBody takes CreateOrder",
					"Forgetful#bList", "Forgetful#cForm", "Forgetful#dPart", "Forgetful#eEntity"));
	}

	@Test
	void ruleThatOnlyReportsMendsNothing() {
		this.runner.withConfiguration(Stacks.MAINSTAY)
			.withBean(Forgetful.class)
			.run((context) -> assertThatLooking(this.check, context).fails("aBody", "bList", "cForm", "dPart",
					"eEntity"));
	}

	@Test
	void ruleThatIsEnforcedMendsAll() {
		this.runner.withConfiguration(Stacks.MAINSTAY)
			.withPropertyValues(ENFORCED)
			.withBean(Forgetful.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void reactiveFormIsFoundWhereMainstayDoesNotLook() {
		Stacks.reactive()
			.withBean(Reactive.class)
			.run((context) -> assertThatLooking(this.check, context).fails("Reactive#body", "Reactive#form"));
		Stacks.reactive()
			.withConfiguration(Stacks.MAINSTAY)
			.withPropertyValues(ENFORCED)
			.withBean(Reactive.class)
			.run((context) -> assertThatLooking(this.check, context).fails("Reactive#form"));
	}

	@Test
	void whatAsksForValidationOrNeedsNonePasses() {
		this.runner.withBean(Careful.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whoeverHasAValidatorUsesIt() {
		this.runner.withBean(ByHand.class).run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void whatTheApplicationResolvesItselfIsNotBoundFromARequest() {
		this.runner.withBean(CurrentOrder.class)
			.withUserConfiguration(Resolvers.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void anApplicationWithoutAValidatorHasNothingToCheck() {
		new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
			.withBean(Forgetful.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class Resolvers implements WebMvcConfigurer, HandlerMethodArgumentResolver {

		@Override
		public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
			resolvers.add(this);
		}

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == CreateOrder.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container,
				NativeWebRequest request, WebDataBinderFactory binders) {
			return new CreateOrder("book");
		}

	}

}
