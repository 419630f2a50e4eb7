document.title = 'Landbridge';
