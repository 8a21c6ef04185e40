package dev.mainstay.tests.bad;

import java.util.concurrent.Callable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/articles")
@CrossOrigin(originPatterns = "*", allowCredentials = "true")
class ArticleController {

	private final ArticleRepository articles;

	ArticleController(ArticleRepository articles) {
		this.articles = articles;
	}

	@PostMapping
	Article create(@RequestBody Article article) {
		return this.articles.save(article);
	}

	@GetMapping
	Page<String> list(Pageable page) {
		return this.articles.findAll(page).map(Article::getName);
	}

	@RequestMapping("/count")
	long count() {
		return this.articles.count();
	}

	@GetMapping("/export")
	Callable<String> export() {
		return () -> String.join("\n", this.articles.findAll().stream().map(Article::getName).toList());
	}

}
